package org.cameld360.examples.watchedfolder;

import java.util.List;
import java.util.Set;

/** What the command line asks for. */
record Arguments(boolean once, boolean help) {

    static final String USAGE = """
            Sends every file that is dropped into a folder as a WhatsApp message.

              --once   send what is there, then exit: 0 if everything was sent, 1 if not or if something is
                       in doubt, 2 if it could not start
              --help   this text

            Environment:
              D360_API_KEY      the key of your number; without it a simulator stands in for 360dialog
              D360_API_VERSION  v1 (default) or v2
              D360_BASE_URL     where the API is, if not at 360dialog's own address
              D360_INBOX        the folder to watch (default: inbox)
              D360_TO           who gets the files, with the country code: +49 151 234567

            A file in a subfolder that is named like a phone number goes to that number.

            Afterwards a file is in .sent, in .failed with the reason beside it, or in .in-doubt: then it may have
            arrived, and is not sent again by itself.
            """;

    static Arguments parse(List<String> words) {
        Set<String> known = Set.of("--once", "--help");
        for (String word : words) {
            if (!known.contains(word)) {
                throw new SetupException("Unknown argument: " + word + ". There are --once and --help.");
            }
        }
        return new Arguments(words.contains("--once"), words.contains("--help"));
    }
}
