package dev.agora.http.json;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a body in one piece with its {@code Content-Length}. Spring's own flushes the generator
 * first, which makes the container answer in chunks and costs a proxy in front of it.
 */
final class FixedLengthJsonConverter extends JacksonJsonHttpMessageConverter {

  FixedLengthJsonConverter(JsonMapper json) {
    super(json);
  }

  @Override
  protected void writeInternal(
      Object body,
      ResolvableType type,
      HttpOutputMessage output,
      @Nullable Map<String, Object> hints)
      throws IOException {
    byte[] bytes;
    try {
      bytes = getMapper().writeValueAsBytes(body);
    } catch (JacksonException unwritable) {
      throw new HttpMessageNotWritableException("could not write JSON", unwritable);
    }
    output.getHeaders().setContentLength(bytes.length);
    output.getBody().write(bytes);
  }
}
