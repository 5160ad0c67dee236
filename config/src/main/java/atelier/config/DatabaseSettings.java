package atelier.config;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the catalogue is kept.
 *
 * @param url JDBC address of a MariaDB server (≥ 10.6); empty: an embedded one below the home
 * @param username user of that server
 * @param password password of that user
 * @param port port of the embedded one on 127.0.0.1; 0: any free one
 */
public record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("0") int port) {

    /** Whether Atelier runs its own MariaDB. */
    public boolean embedded() {
        return url.isBlank();
    }

    /** The server's address without its parameters: a password may be among them. */
    public String address() {
        return url.replaceFirst("\\?.*", "");
    }

    /** Leaves the password out, so that it reaches no log. */
    @Override
    public String toString() {
        return embedded() ? "Database[embedded]" : "Database[" + address() + ", user " + username + "]";
    }
}
