package dev.stslint.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.yaml.YamlDocument;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres://db-0.db:5432/orders            | db-0.db
            db-0.db.shop.svc.cluster.local            | db-0.db.shop.svc.cluster.local
            zk-0.zk:2181,zk-1.zk:2181                 | zk-0.zk zk-1.zk
            server.1=zk-0.zk:2888:3888                | zk-0.zk
            amqp://user@queue-0.queue/                | queue-0.queue
            rabbit@$(POD_NAME).queue-nodes.shop       | .queue-nodes.shop
            ${HOSTNAME}.nats.shop.svc                 | .nats.shop.svc
            $HOSTNAME.nats.shop.svc                   | .nats.shop.svc
            dnssrv+_client._tcp.memcached.shop.svc    | memcached.shop.svc
            jdbc:mysql://mysql-service:3306/orders    | mysql-service
            the port is 8080                          | ''
            1.2.3.4                                   | ''
            v1.2.3                                    | ''
            /etc/conf.d/app-1.conf                    | app-1.conf
            # zk-9.zk                                 | ''
            Kafka-0.Kafka                             | ''
            """)
    void findsHostsByTheirContext(String value, String expected) {
        assertThat(hosts(value).stream().map(HostName::text))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ", -1)));
    }

    @Test
    void partsOfAPodName() {
        HostName host = hosts("x://db-12.db.shop.svc.cluster.local/").get(0);
        assertThat(host.pod()).isEqualTo("db-12");
        assertThat(host.setName()).isEqualTo("db");
        assertThat(host.ordinal()).isEqualTo(12);
        assertThat(host.serviceBehindPod()).isEqualTo("db");
        assertThat(host.namespaceBehindPod()).isEqualTo("shop");
        assertThat(host.underService("nodes")).isEqualTo("db-12.nodes.shop.svc.cluster.local");
    }

    @Test
    void theNamespaceIsNotTheSvcLabel() {
        assertThat(hosts("x://db-0.db.svc:1/").get(0).namespaceBehindPod()).isEmpty();
    }

    @Test
    void theVariablePodsServiceComesFirst() {
        HostName host = hosts("$(POD_NAME).nats.shop").get(0);
        assertThat(host.hasVariablePod()).isTrue();
        assertThat(host.serviceBehindPod()).isEqualTo("nats");
        assertThat(host.namespaceBehindPod()).isEqualTo("shop");
    }

    @Test
    void placesAreExactInsideBlocks() {
        String yaml = """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: c}
                data:
                  zoo.cfg: |
                    # zk-7.zk is a comment

                    server.1=zk-0.zk:2888
                      server.2=zk-1.zk:2888
                """;
        List<HostName> hosts = HostNames.in(view(yaml), view(yaml).object());
        assertThat(hosts).extracting(host -> host.location().start().toString()).containsExactly("8:14", "9:16");
        assertThat(hosts.get(0).fieldPath()).isEqualTo("data.zoo.cfg");
    }

    @Test
    void comparableValuesArePlacesOfTheirOwn() {
        assertThat(hosts("db-0.db,db-0.db")).hasSize(2);
    }

    private static List<HostName> hosts(String value) {
        String yaml = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  value: '" + value + "'\n";
        return HostNames.in(view(yaml), view(yaml).object());
    }

    private static ObjectView view(String yaml) {
        SourceText source = SourceFile.of("test.yaml", yaml);
        YamlDocument document =
                new YamlReader(YamlLimits.DEFAULT).read(source).documents().get(0);
        return Views.of(ObjectReader.read(document).get(0));
    }
}
