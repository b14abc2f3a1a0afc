package org.cameld360.simulator.v2;

import java.util.Optional;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.media.ContentType;
import org.cameld360.simulator.multipart.Part;
import org.cameld360.simulator.rules.UploadLimits;

/** Checks an upload. Only what it declares counts, not what the bytes are. */
final class FilePartCheck {

    private FilePartCheck() {}

    /** The part with the media. */
    static Part check(UploadForm form) {
        checkProduct(form);
        Part file = form.part("file")
                .orElseThrow(() -> new RefusedException(Rule.FILE_MISSING, "The parameter file is required."));
        if (file.fileName() == null || file.fileName().isBlank()) {
            throw new RefusedException(Rule.FILE_NAME_MISSING, "Param file must be a file.");
        }
        ContentType type = ContentType.parse(file.contentType()).orElseThrow(() -> notSupported(file));
        long limit = UploadLimits.of(type).orElseThrow(() -> notSupported(file));
        checkType(form, type);
        long size = file.content().size();
        if (size == 0) {
            throw new RefusedException(Rule.UPLOAD_EMPTY, "Param file must not be empty.");
        }
        // The answer to an over-size upload is not documented; 400 with code 100 is how an emulator has it.
        if (size > limit) {
            throw new RefusedException(
                    Rule.UPLOAD_TOO_LARGE,
                    "Param file must be at most " + limit + " bytes for type '" + type.base() + "', and has " + size);
        }
        return file;
    }

    private static void checkProduct(UploadForm form) {
        String product = form.part("messaging_product")
                .map(Part::text)
                .orElseThrow(() -> new RefusedException(
                        Rule.MESSAGING_PRODUCT_MISSING, "The parameter messaging_product is required."));
        if (!product.equals("whatsapp")) {
            throw new RefusedException(
                    Rule.MESSAGING_PRODUCT_WRONG, "Param messaging_product must be one of {\"WHATSAPP\"}");
        }
    }

    /** Documented as required by Meta, left out by Meta's and 360dialog's samples. Where it is given, it has to say the same. */
    private static void checkType(UploadForm form, ContentType type) {
        Optional<Part> declared = form.part("type");
        boolean same = declared.map(Part::text)
                .flatMap(ContentType::parse)
                .filter(other -> other.base().equals(type.base()))
                .isPresent();
        if (declared.isPresent() && !same) {
            throw new RefusedException(
                    Rule.UPLOAD_TYPE_CONTRADICTED, "Param type must be the type of the file, '" + type.base() + "'");
        }
    }

    private static RefusedException notSupported(Part file) {
        return new RefusedException(
                Rule.UPLOAD_TYPE_NOT_SUPPORTED,
                "Param file must be a file with one of the following types: "
                        + String.join(", ", UploadLimits.types()) + ". Received file of type '" + file.contentType()
                        + "'.");
    }
}
