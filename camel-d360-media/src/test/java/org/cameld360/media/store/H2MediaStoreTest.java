package org.cameld360.media.store;

class H2MediaStoreTest extends JdbcMediaStoreContract {

    @Override
    String url(String name) {
        return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
    }
}
