package org.cameld360.examples.ftp;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.filesystem.nativefs.impl.NativeFileSystemView;
import org.apache.ftpserver.filesystem.nativefs.impl.NativeFtpFile;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpFile;
import org.apache.ftpserver.ftplet.User;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** FTP, and FTP with TLS (explicit): both connections are encrypted then. */
final class FtpFileServer extends FileServer {

    private final Path own;
    private FtpServer server;
    private volatile String listed;

    FtpFileServer(Protocol protocol, Path root, Path own) {
        super(protocol, root);
        this.own = own;
    }

    @Override
    int listen(int wanted) throws IOException {
        BaseUser user = new BaseUser();
        user.setName(USER);
        user.setPassword(PASSWORD);
        user.setHomeDirectory(root().toString());
        user.setAuthorities(List.of(new WritePermission()));
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(wanted);
        FtpServerFactory factory = new FtpServerFactory();
        if (protocol() == Protocol.FTPS) {
            SslConfigurationFactory tls = new SslConfigurationFactory();
            tls.setKeystoreFile(certificate().toFile());
            tls.setKeystoreType("PKCS12");
            tls.setKeystorePassword(Certificates.PASSWORD);
            listener.setSslConfiguration(tls.createSslConfiguration());
        }
        factory.addListener("default", listener.createListener());
        factory.setFileSystem(ServedFiles::new);
        try {
            factory.getUserManager().save(user);
            server = factory.createServer();
            server.start();
        } catch (FtpException e) {
            throw new IOException(e);
        }
        return factory.getListener("default").getPort();
    }

    /** Every folder claims to have such a file, whatever the name means. */
    void list(String name) {
        listed = name;
    }

    private Path certificate() throws IOException {
        Path keyStore = own.resolve("server.p12");
        if (!Files.exists(keyStore)) {
            Certificates.create(keyStore, "127.0.0.1");
        }
        return keyStore;
    }

    @Override
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Override
    Map<String, String> trust() {
        return protocol() == Protocol.FTPS ? Certificates.trust(own.resolve("server.p12")) : Map.of();
    }

    /** The files of the disk, with what happens to downloads. */
    private final class ServedFiles extends NativeFileSystemView {

        private final User user;

        ServedFiles(User user) throws FtpException {
            super(user);
            this.user = user;
        }

        @Override
        public FtpFile getFile(String name) {
            FtpFile file = super.getFile(name);
            File physical = (File) file.getPhysicalFile();
            if (file.isDirectory()) {
                return new ServedDirectory(file.getAbsolutePath(), physical, user);
            }
            return file.isFile() ? new ServedFile(file.getAbsolutePath(), physical, user) : file;
        }
    }

    private class ServedFile extends NativeFtpFile {

        ServedFile(String name, File file, User user) {
            super(name, file, user);
        }

        @Override
        public InputStream createInputStream(long offset) throws IOException {
            return downloads.of(super.createInputStream(offset), getSize());
        }
    }

    private final class ServedDirectory extends NativeFtpFile {

        private final File directory;
        private final User user;

        ServedDirectory(String name, File directory, User user) {
            super(name, directory, user);
            this.directory = directory;
            this.user = user;
        }

        @Override
        public List<FtpFile> listFiles() {
            List<FtpFile> files = new ArrayList<>(super.listFiles());
            String name = listed;
            if (name != null) {
                files.add(new ServedFile("/" + name, new File(directory, name), user) {
                    @Override
                    public String getName() {
                        return name;
                    }

                    @Override
                    public long getSize() {
                        return 303;
                    }

                    @Override
                    public boolean isDirectory() {
                        return false;
                    }
                });
            }
            return files;
        }
    }
}
