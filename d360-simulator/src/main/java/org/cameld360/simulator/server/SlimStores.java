package org.cameld360.simulator.server;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;

/** WireMock's stores, with a journal that does not hold on to uploads. */
final class SlimStores extends DefaultStores {

    private final RequestJournalStore journal = new SlimJournal();

    SlimStores(FileSource files) {
        super(files);
    }

    @Override
    public RequestJournalStore getRequestJournalStore() {
        return journal;
    }
}
