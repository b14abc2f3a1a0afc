package org.cameld360.media.store;

class HsqldbMediaStoreTest extends JdbcMediaStoreContract {

    @Override
    String url(String name) {
        return "jdbc:hsqldb:mem:" + name;
    }
}
