package org.cameld360.media.quarkus.deployment;

import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.IndexDependencyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourcePatternsBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.RuntimeInitializedClassBuildItem;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * The build steps of the extension. Camel Quarkus itself finds the component, its converters and its configurers by their service
 * files; what is left is for native executables.
 */
class D360MediaProcessor {

    static final String FEATURE = "camel-d360-media";

    /** What Jackson turns into JSON and back: the records of this package, by constructor, accessors and annotations. */
    private static final DotName WIRE = DotName.createSimple("org.cameld360.media.client.wire");

    /** Its exceptions are named in <code>onException</code> and <code>doCatch</code>, and read as <code>${exception.status}</code>. */
    private static final DotName EXCEPTION = DotName.createSimple("org.cameld360.media.D360MediaException");

    /** Made by <code>#class:org.cameld360.media.store.FileMediaStore('…')</code>. */
    private static final DotName STORE = DotName.createSimple("org.cameld360.media.store.MediaStore");

    /** What routes read by name: <code>${body.messageId}</code>. */
    private static final List<String> RESULTS = List.of(
            "org.cameld360.media.UploadedMedia",
            "org.cameld360.media.SentMessage",
            "org.cameld360.media.SendReport",
            "org.cameld360.media.SendReport$Row");

    /** Holds a secret made up anew in each process: made at build time, it would be the same in each, and in the executable. */
    private static final String SALTED = "org.cameld360.media.component.SecretFreeUri";

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

    @BuildStep
    RuntimeInitializedClassBuildItem salt() {
        return new RuntimeInitializedClassBuildItem(SALTED);
    }

    static String[] reflective(IndexView index) {
        Stream<ClassInfo> wire = index.getClassesInPackage(WIRE).stream().filter(ClassInfo::isRecord);
        Stream<ClassInfo> exceptions = Stream.concat(
                Stream.of(index.getClassByName(EXCEPTION)), index.getAllKnownSubclasses(EXCEPTION).stream());
        Stream<ClassInfo> stores =
                index.getAllKnownImplementations(STORE).stream().filter(found -> Modifier.isPublic(found.flags()));
        Stream<String> found = Stream.of(wire, exceptions, stores)
                .flatMap(classes -> classes)
                .map(each -> each.name().toString());
        return Stream.concat(RESULTS.stream(), found).sorted().toArray(String[]::new);
    }
}
