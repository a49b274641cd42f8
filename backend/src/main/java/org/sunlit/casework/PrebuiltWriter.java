package org.sunlit.casework;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.sunlit.api.model.TrackedCase;

/** Sends a tracked case that is JSON already as it is; others are left to the usual writer. */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class PrebuiltWriter implements ServerMessageBodyWriter<TrackedCase> {
  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
    return type == PrebuiltTrackedCase.class;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == PrebuiltTrackedCase.class;
  }

  @Override
  public void writeResponse(TrackedCase answer, Type genericType, ServerRequestContext context) {
    context.serverResponse().end(((PrebuiltTrackedCase) answer).json());
  }

  @Override
  public void writeTo(
      TrackedCase answer,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> httpHeaders,
      OutputStream entityStream)
      throws IOException {
    entityStream.write(((PrebuiltTrackedCase) answer).json());
  }
}
