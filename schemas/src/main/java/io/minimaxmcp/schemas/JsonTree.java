package io.minimaxmcp.schemas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Trees of JSON, read and written as {@link Json#MAPPER} does, but without it: to make a mapper takes a quarter of a
 * start, and whoever lists the tools needs trees alone.
 */
public final class JsonTree {
    /** MiniMax sends audio as hex text, twice its size: this holds ten minutes of uncompressed stereo. */
    private static final int TEXT_MAX = 256_000_000;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(TEXT_MAX).build())
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** A call has a few dozen names, values and brackets. */
    private static final int MOST_TOKENS = 20_000;

    private static final JsonFactory BOUNDED = FACTORY.rebuild()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(TEXT_MAX)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonTree() {}

    /** The one value that these bytes are; fails when they are more than that. */
    public static JsonNode read(byte[] json) throws JsonProcessingException {
        return read(json, FACTORY);
    }

    private static JsonNode read(byte[] json, JsonFactory factory) throws JsonProcessingException {
        try (JsonParser parser = factory.createParser(json)) {
            return document(parser);
        } catch (JsonProcessingException malformed) {
            throw malformed;
        } catch (IOException impossible) {
            throw new UncheckedIOException("no input but memory", impossible);
        }
    }

    /** The same from somebody who is not trusted: a tree takes up a hundred times what the text of its smallest parts does. */
    public static JsonNode readBounded(byte[] json) throws JsonProcessingException {
        return read(json, BOUNDED);
    }

    static JsonNode read(InputStream json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            return document(parser);
        }
    }

    /** On one line, always the same for the same tree. */
    public static byte[] bytes(JsonNode tree) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder()) {
            try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
                write(tree, out);
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("no output but memory", impossible);
        }
    }

    private static JsonNode document(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new JsonParseException(parser, "No content");
        }
        JsonNode value = value(parser, first);
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "More than one value");
        }
        return value;
    }

    /** How deep this goes is bounded by the parser's constraints. */
    private static JsonNode value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> decimal(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            object.set(name, value(parser, parser.nextToken()));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(parser, token));
        }
        return array;
    }

    private static JsonNode whole(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    /** Numbers that are equal are equal nodes. */
    private static JsonNode decimal(BigDecimal value) {
        return NODES.numberNode(value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros());
    }

    private static void write(JsonNode tree, JsonGenerator out) throws IOException {
        switch (tree.getNodeType()) {
            case OBJECT -> writeObject(tree, out);
            case ARRAY -> writeArray(tree, out);
            case STRING -> out.writeString(tree.textValue());
            case NUMBER -> writeNumber(tree, out);
            case BOOLEAN -> out.writeBoolean(tree.booleanValue());
            case NULL -> out.writeNull();
            case BINARY -> out.writeBinary(tree.binaryValue());
            default -> throw new IllegalArgumentException("a tree holds no " + tree.getNodeType());
        }
    }

    private static void writeObject(JsonNode object, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            out.writeFieldName(member.getKey());
            write(member.getValue(), out);
        }
        out.writeEndObject();
    }

    private static void writeArray(JsonNode array, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (JsonNode item : array) {
            write(item, out);
        }
        out.writeEndArray();
    }

    private static void writeNumber(JsonNode number, JsonGenerator out) throws IOException {
        switch (number.numberType()) {
            case INT -> out.writeNumber(number.intValue());
            case LONG -> out.writeNumber(number.longValue());
            case BIG_INTEGER -> out.writeNumber(number.bigIntegerValue());
            case FLOAT -> out.writeNumber(number.floatValue());
            case DOUBLE -> out.writeNumber(number.doubleValue());
            case BIG_DECIMAL -> out.writeNumber(number.decimalValue());
        }
    }
}
