package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** The mail API comes with Camel's mail component, and most applications have none. */
class WithoutMailTest {

    /** Has the component's classes of its own, and no mail API. */
    private static final class NoMail extends ClassLoader {

        NoMail() {
            super(WithoutMailTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("jakarta.mail.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("org.cameld360.media.component.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream stream = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = stream.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void theTextOfAMessageIsReadWithoutIt() throws Exception {
        Class<?> mailText = new NoMail().loadClass(MailText.class.getName());
        Method in = mailText.getDeclaredMethod("in", Object.class);
        in.setAccessible(true);

        assertThat(in.invoke(null, "<img src='cid:logo@x'>"))
                .hasToString("ShownImages[ids=[logo@x], isAllThereIs=true]");
        assertThat(in.invoke(null, new Object())).hasToString("ShownImages[ids=[], isAllThereIs=false]");
        assertThat(in.invoke(null, (Object) null)).hasToString("ShownImages[ids=[], isAllThereIs=false]");
    }
}
