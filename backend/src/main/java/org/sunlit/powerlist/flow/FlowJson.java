package org.sunlit.powerlist.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Collectors;

/**
 * Reads and writes a flow as JSON, strictly: what isn't understood is refused with its place,
 * because a field misspelt and dropped would quietly change what the law was told to be.
 */
public final class FlowJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private FlowJson() {}

  /**
   * The flow this text describes.
   *
   * @throws FlowJsonException when it isn't JSON, a field is unknown, missing or of the wrong kind
   */
  public static FlowDefinition read(String json) {
    return read(json, FlowDefinition.class);
  }

  /**
   * The flow this text describes by hand: calls of sub-processes instead of their steps.
   *
   * @throws FlowJsonException as {@link #read}
   */
  public static WrittenFlow readWritten(String json) {
    return read(json, WrittenFlow.class);
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      T flow = MAPPER.readValue(json, type);
      if (flow == null) {
        throw new FlowJsonException("", "must be an object");
      }
      return flow;
    } catch (UnrecognizedPropertyException unknown) {
      throw new FlowJsonException(pointer(unknown), "unknown field");
    } catch (ValueInstantiationException refused) {
      Throwable cause = refused.getCause();
      throw new FlowJsonException(
          pointer(refused), cause == null ? refused.getOriginalMessage() : cause.getMessage());
    } catch (JsonMappingException wrong) {
      throw new FlowJsonException(pointer(wrong), wrong.getOriginalMessage());
    } catch (JsonProcessingException broken) {
      throw new FlowJsonException("", broken.getOriginalMessage());
    }
  }

  /** The flow as JSON, fields in a fixed order, so equal flows give equal texts. */
  public static String write(FlowDefinition flow) {
    try {
      return MAPPER.writeValueAsString(flow);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A flow can always be written", impossible);
    }
  }

  private static String pointer(JsonMappingException problem) {
    return problem.getPath().stream()
        .map(
            part ->
                part.getFieldName() == null
                    ? Integer.toString(part.getIndex())
                    : part.getFieldName().replace("~", "~0").replace("/", "~1"))
        .map(part -> "/" + part)
        .collect(Collectors.joining());
  }
}
