package org.luodi.platform.server;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Gives one mail to the server. Encrypted wherever the server can, always where a password is sent. */
public final class Sender {

    private static final String TIMEOUT = "10000";
    private static final int ENCRYPTED = 465;

    private final MailServer server;
    private final JavaMailSenderImpl mail = new JavaMailSenderImpl();

    public Sender(MailServer server) {
        this.server = server;
        mail.setHost(server.host());
        mail.setPort(server.port());
        mail.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = mail.getJavaMailProperties();
        properties.put("mail.smtp.connectiontimeout", TIMEOUT);
        properties.put("mail.smtp.timeout", TIMEOUT);
        properties.put("mail.smtp.writetimeout", TIMEOUT);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.enable", Boolean.toString(server.port() == ENCRYPTED));
        properties.put("mail.smtp.starttls.enable", "true");
        if (!server.user().isEmpty()) {
            mail.setUsername(server.user());
            mail.setPassword(server.password());
            properties.put("mail.smtp.auth", "true");
            properties.put("mail.smtp.starttls.required", Boolean.toString(server.port() != ENCRYPTED));
        }
    }

    /** Sends, or throws what went wrong. */
    public void send(String to, String subject, String text) throws MessagingException {
        MimeMessage message = mail.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(server.from());
        helper.setTo(to);
        helper.setSubject(subject);
        helper.setText(text);
        message.setHeader("Auto-Submitted", "auto-generated");
        mail.send(message);
    }
}
