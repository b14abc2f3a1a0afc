package org.cameld360.examples.ftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** SFTP, with a key of its own. */
final class SftpFileServer extends FileServer {

    private final Path own;
    private SshServer server;

    SftpFileServer(Path root, Path own) {
        super(Protocol.SFTP, root);
        this.own = own;
    }

    private Path knownHosts() {
        return own.resolve("known_hosts");
    }

    @Override
    int listen(int wanted) throws IOException {
        SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(own.resolve("host.key"));
        SftpSubsystemFactory files = new SftpSubsystemFactory();
        files.setFileSystemAccessor(new ServedFiles());
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(wanted);
        server.setKeyPairProvider(keys);
        server.setPasswordAuthenticator((user, password, session) -> USER.equals(user) && PASSWORD.equals(password));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root()));
        server.setSubsystemFactories(List.of(files));
        server.start();
        String host = "[127.0.0.1]:" + server.getPort();
        Files.writeString(knownHosts(), host + " " + publicKey(keys) + "\n");
        return server.getPort();
    }

    private static String publicKey(KeyPairProvider keys) throws IOException {
        try {
            KeyPair pair = keys.loadKeys(null).iterator().next();
            return PublicKeyEntry.toString(pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    void stop() {
        if (server != null) {
            try {
                server.stop(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    Map<String, String> trust() {
        return Map.of("sftp.known-hosts", knownHosts().toString());
    }

    /** The files of the disk, with what happens to downloads. */
    private final class ServedFiles implements SftpFileSystemAccessor {

        @Override
        public SeekableByteChannel openFile(
                SftpSubsystemProxy subsystem,
                FileHandle fileHandle,
                Path file,
                String handle,
                Set<? extends OpenOption> options,
                FileAttribute<?>... attributes)
                throws IOException {
            SeekableByteChannel channel =
                    SftpFileSystemAccessor.super.openFile(subsystem, fileHandle, file, handle, options, attributes);
            return new ServedFile(channel, channel.size() / 2);
        }
    }

    private final class ServedFile implements SeekableByteChannel {

        private final SeekableByteChannel channel;
        private final long half;

        ServedFile(SeekableByteChannel channel, long half) {
            this.channel = channel;
            this.half = half;
        }

        @Override
        public int read(ByteBuffer buffer) throws IOException {
            if (channel.position() + buffer.remaining() > half && !downloads.goesOn()) {
                return -1;
            }
            return channel.read(buffer);
        }

        @Override
        public int write(ByteBuffer buffer) throws IOException {
            return channel.write(buffer);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            channel.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
