package org.cameld360.media.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** What this build has made so far, and puts into repositories in {@code target}, never into that of the user. */
final class Artifacts {

    static final String VERSION = System.getProperty("project.version");
    static final Path TARGET = Path.of("target").toAbsolutePath();

    private static final Path GROUP = Path.of("org/cameld360");
    private static final Path ROOT = Path.of("../..");
    /** Where each lies, from the root. */
    private static final Map<String, String> FOLDERS = Map.of(
            "camel-d360-media-parent", "",
            "camel-d360-media", "camel-d360-media",
            "camel-d360-media-starter", "camel-d360-media-starter",
            "camel-quarkus-d360-media-parent", "camel-quarkus-d360-media",
            "camel-quarkus-d360-media", "camel-quarkus-d360-media/runtime",
            "camel-quarkus-d360-media-deployment", "camel-quarkus-d360-media/deployment");

    private Artifacts() {}

    /** Instead of those of an earlier build. */
    static void publishTo(Path repository) throws IOException {
        forget(repository);
        for (Map.Entry<String, String> each : FOLDERS.entrySet()) {
            String name = each.getKey() + "-" + VERSION;
            Path place = Files.createDirectories(
                    repository.resolve(GROUP).resolve(each.getKey()).resolve(VERSION));
            Path folder = ROOT.resolve(each.getValue());
            Files.copy(folder.resolve("pom.xml"), place.resolve(name + ".pom"), StandardCopyOption.REPLACE_EXISTING);
            Path jar = folder.resolve("target").resolve(name + ".jar");
            if (!each.getKey().endsWith("-parent")) {
                Files.copy(jar, place.resolve(name + ".jar"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void forget(Path repository) throws IOException {
        Path group = repository.resolve(GROUP);
        if (Files.exists(group)) {
            try (Stream<Path> files = Files.walk(group)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * A local repository with what the user's has and what is fetched into it, and with this build's artifacts, which the user's does not get. Everything
     * but their group is links to the user's. Maven can chain local repositories by itself from 3.9 on only.
     */
    static Path localRepository() throws IOException {
        Path repository = TARGET.resolve("local-repository");
        Path ofTheUser = Path.of(System.getProperty("maven.repository"));
        link(repository, ofTheUser, GROUP.getParent());
        link(repository.resolve(GROUP.getParent()), ofTheUser.resolve(GROUP.getParent()), GROUP.getFileName());
        publishTo(repository);
        return repository;
    }

    private static void link(Path folder, Path ofTheUser, Path without) throws IOException {
        try (Stream<Path> there = Files.list(Files.createDirectories(folder))) {
            for (Path link : there.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
        if (!Files.isDirectory(ofTheUser)) {
            return;
        }
        try (Stream<Path> all = Files.list(ofTheUser)) {
            for (Path each : all.filter(Files::isDirectory).toList()) {
                Path link = folder.resolve(each.getFileName());
                if (!each.endsWith(without) && !Files.exists(link)) {
                    Files.createSymbolicLink(link, each);
                }
            }
        }
    }
}
