package org.luodi.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.luodi.status.Sign.Unit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.SslInfo;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How long the certificates last that are configured as bundles ({@code spring.ssl.bundle...}). */
@Component
@Order(6)
class CertificateReading implements Reading {

    private final ObjectProvider<SslBundles> bundles;

    CertificateReading(ObjectProvider<SslBundles> bundles) {
        this.bundles = bundles;
    }

    @Override
    public String name() {
        return "certificates";
    }

    @Override
    public List<Sign> read(Instant now) {
        return bundles.stream()
                .flatMap(known -> new SslInfo(known).getBundles().stream())
                .flatMap(bundle -> signs(bundle, now))
                .toList();
    }

    private static Stream<Sign> signs(SslInfo.BundleInfo bundle, Instant now) {
        return bundle.getCertificateChains().stream()
                .flatMap(chain -> chain.getCertificates().stream())
                .map(SslInfo.CertificateInfo::getValidityEnds)
                .min(Instant::compareTo)
                .map(end -> Duration.between(now, end).toDays())
                .map(days -> new Sign("certificate", bundle.getName(), days, Unit.DAYS, StatusRules.certificate(days)))
                .stream();
    }
}
