package org.sunlit.powerlist;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import org.sunlit.api.model.Flow;

/**
 * A flow of the contract that is JSON already: written into an answer as it is, alone or inside
 * another document. Its getters know nothing.
 */
@JsonSerialize(using = PrebuiltFlow.AsItIs.class)
public final class PrebuiltFlow extends Flow {
  private final String json;

  /** Takes the flow's JSON, as {@link FlowDocuments#json} gives it. */
  public PrebuiltFlow(String json) {
    this.json = json;
  }

  static final class AsItIs extends JsonSerializer<PrebuiltFlow> {
    @Override
    public void serialize(PrebuiltFlow flow, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      generator.writeRawValue(flow.json);
    }
  }
}
