package org.cameld360.media.quarkus.deployment;

import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.IndexDependencyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourcePatternsBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import java.util.List;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * The build steps of the extension. Camel Quarkus itself finds the component, its converters and its configurers by their service
 * files; what is left is for native executables.
 */
class D360MediaProcessor {

    static final String FEATURE = "camel-d360-media";

    /** What Jackson turns into JSON and back. */
    private static final DotName WIRE = DotName.createSimple("org.cameld360.media.client.wire");

    /** What routes read by name: <code>${body.messageId}</code>. */
    private static final List<String> RESULTS = List.of(
            "org.cameld360.media.UploadedMedia",
            "org.cameld360.media.SentMessage",
            "org.cameld360.media.SendReport",
            "org.cameld360.media.SendReport$Row");

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    ExtensionSslNativeSupportBuildItem tls() {
        return new ExtensionSslNativeSupportBuildItem(FEATURE);
    }

    @BuildStep
    IndexDependencyBuildItem index() {
        return new IndexDependencyBuildItem("org.cameld360", "camel-d360-media");
    }

    @BuildStep
    ReflectiveClassBuildItem reflection(CombinedIndexBuildItem index) {
        return ReflectiveClassBuildItem.builder(reflective(index.getIndex()))
                .constructors()
                .methods()
                .fields()
                .build();
    }

    @BuildStep
    NativeImageResourcePatternsBuildItem kamelets() {
        return NativeImageResourcePatternsBuildItem.builder()
                .includeGlob("kamelets/d360-media-*.kamelet.yaml")
                .build();
    }

    static String[] reflective(IndexView index) {
        List<String> wire = index.getClassesInPackage(WIRE).stream()
                .map(found -> found.name().toString())
                .toList();
        return java.util.stream.Stream.concat(RESULTS.stream(), wire.stream())
                .sorted()
                .toArray(String[]::new);
    }
}
