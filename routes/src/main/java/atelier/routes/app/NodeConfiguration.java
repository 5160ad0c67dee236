package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.Home;
import atelier.config.NodeSettings;
import atelier.config.SourcesSettings;
import atelier.processors.ffmpeg.Capabilities;
import atelier.processors.ffmpeg.Capability;
import atelier.processors.node.ChangesElsewhere;
import atelier.processors.node.FolderPlace;
import atelier.processors.node.Library;
import atelier.processors.node.Node;
import atelier.processors.node.Nodes;
import atelier.processors.node.OwnNode;
import atelier.processors.node.Place;
import atelier.processors.node.Rounds;
import atelier.processors.node.StorePlace;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.store.BucketPlace;
import atelier.processors.store.S3Store;
import atelier.processors.store.Store;
import atelier.processors.work.AlongClaims;
import atelier.processors.work.Claims;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;

/** This process among those on the same database. */
@Configuration
class NodeConfiguration {
    /** How often a claim is confirmed; after four missed ones it goes to another node. */
    static final Duration HEARTBEAT = Duration.ofSeconds(3);

    @Bean
    Nodes nodes(JdbcClient sql, Clock clock) {
        return new Nodes(sql, clock);
    }

    @Bean
    Claims claims(JdbcClient sql) {
        return new Claims(sql);
    }

    @Bean(destroyMethod = "close")
    OwnNode ownNode(
            AtelierProperties properties,
            Home home,
            Capabilities capabilities,
            Nodes nodes,
            Claims claims,
            Store store,
            ObjectProvider<S3Client> s3,
            JdbcClient sql) {
        NodeSettings settings = properties.node();
        String host = host();
        Node node = new Node(
                "atelier-" + UUID.randomUUID().toString().substring(0, 8),
                settings.name().isBlank() ? host : settings.name(),
                host,
                home.work().toString(),
                properties.work().effectiveSlots(),
                properties.work().readers(),
                capabilities.names(Capability.ENCODERS),
                settings.roles());
        List<Place> places = List.of(new StorePlace(store), sources(properties, home, s3));
        Library library = new Library(sql, places, settings.adopt());
        return OwnNode.start(node, nodes, claims, library);
    }

    @Bean(destroyMethod = "close")
    AlongClaims alongClaims(Claims claims, OwnNode own, Clock clock) {
        return new AlongClaims(claims, own.node().id(), HEARTBEAT, clock);
    }

    @Bean
    Rounds rounds(JdbcClient sql, OwnNode own) {
        return new Rounds(sql, own.node().id());
    }

    @Bean
    ChangesElsewhere changesElsewhere(JdbcClient sql, Nodes nodes, OwnNode own, ArtworkChanges changes) {
        return new ChangesElsewhere(sql, nodes, own.node(), changes);
    }

    private static Place sources(AtelierProperties properties, Home home, ObjectProvider<S3Client> s3) {
        SourcesSettings settings = properties.sources();
        return settings.inBucket()
                ? new StorePlace(new S3Store(s3.getObject(), new BucketPlace(settings.bucket(), settings.prefix())))
                : new FolderPlace(home.sources());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
