package org.luodi.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers what is too broken to reach anything of ours, such as an address nobody can read, and says nothing of the server. */
@Component
class BrokenRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ObjectProvider<Messages> messages;
    private final ObjectProvider<ErrorForm> forms;

    BrokenRequests(ObjectProvider<Messages> messages, ObjectProvider<ErrorForm> forms) {
        this.messages = messages;
        this.forms = forms;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            host.setErrorReportValveClass(Report.class.getName());
            host.getPipeline().addValve(new Report());
        });
    }

    private final class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, Throwable failure) {
            int status = response.getStatus();
            if (status < HttpStatus.BAD_REQUEST.value()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            try {
                write(request, response, status);
            } catch (IOException | IllegalStateException gone) {
                // Whoever asked has left.
                container.getLogger().debug(gone);
            }
        }

        private void write(Request request, Response response, int status) throws IOException {
            String path = String.valueOf(request.getRequestURI());
            String said = messages.getObject().text(UiOfRequest.locale(request), "platform.error.request.detail");
            Optional<ErrorForm> form = ErrorForm.of(forms.stream(), path);
            ResponseEntity<?> answer = form.isEmpty() ? null : form.get().answer(request, path, status, said);
            boolean written = answer != null && answer.getBody() instanceof byte[];
            response.setStatus(written ? answer.getStatusCode().value() : status);
            response.setContentType(
                    written ? String.valueOf(answer.getHeaders().getContentType()) : "text/plain;charset=utf-8");
            byte[] body = written ? (byte[]) answer.getBody() : said.getBytes(StandardCharsets.UTF_8);
            response.getOutputStream().write(body);
            response.finishResponse();
        }
    }
}
