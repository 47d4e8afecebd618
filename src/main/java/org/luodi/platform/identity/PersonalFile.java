package org.luodi.platform.identity;

import java.io.OutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file of one person while it is written: JSON, each section a list; one row after the other, however many there are. */
public final class PersonalFile implements AutoCloseable {

    private static final ObjectWriter JSON = JsonMapper.builder()
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .build()
            .writerWithDefaultPrettyPrinter();

    private final JsonGenerator json;

    PersonalFile(OutputStream out) {
        json = JSON.createGenerator(out);
        json.writeStartObject();
    }

    /** A list under its name; the rows are handed over one by one. */
    public void section(String name, Consumer<Consumer<Object>> rows) {
        json.writeArrayPropertyStart(name);
        rows.accept(json::writePOJO);
        json.writeEndArray();
    }

    @Override
    public void close() {
        json.writeEndObject();
        json.close();
    }
}
