package org.cameld360.testing.quarkus.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets tests run where the application was built as a native executable, and says what is missing where not. */
class NativeExecutable implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Files.isExecutable(Path.of(System.getProperty("native.image.path", "")))) {
            return ConditionEvaluationResult.enabled("there is a native executable");
        }
        String missing = compilerIsThere()
                ? "Skipped: there is native-image, but no native executable. Build it with -Pnative."
                : "Skipped: no native-image on the PATH, in GRAALVM_HOME or in JAVA_HOME, so there is no native executable.";
        System.out.println(context.getDisplayName() + ": " + missing);
        return ConditionEvaluationResult.disabled(missing);
    }

    private static boolean compilerIsThere() {
        Stream<Path> onThePath = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(variable("PATH"))
                .map(Path::of);
        Stream<Path> inTheJdk = Stream.of("GRAALVM_HOME", "JAVA_HOME")
                .map(NativeExecutable::variable)
                .filter(home -> !home.isEmpty())
                .map(home -> Path.of(home, "bin"));
        return Stream.concat(onThePath, inTheJdk)
                .anyMatch(folder -> Files.isExecutable(folder.resolve("native-image")));
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }
}
