import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTTP/1.1 connection that is kept. As little work as possible, because whoever measures shares
 * the processor with what is measured.
 */
final class Connection implements AutoCloseable {
  record Answer(int status, String entityTag, String body) {
    /** The value of the first string field with this name. */
    String text(String field) {
      Matcher found = Pattern.compile('"' + field + "\" *: *\"([^\"]*)\"").matcher(body);
      if (!found.find()) {
        throw new IllegalStateException("No " + field + " in " + body);
      }
      return found.group(1);
    }

    Answer expect(int wanted) {
      if (status != wanted) {
        throw new IllegalStateException("Status " + status + " instead of " + wanted + ": " + body);
      }
      return this;
    }
  }

  private final Socket socket;
  private final InputStream in;
  private final String host;

  Connection(String url) throws IOException {
    URI address = URI.create(url);
    socket = new Socket(address.getHost(), address.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
    in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    host = address.getAuthority();
  }

  /** Signs in; the answer is the token. */
  String signIn(String account, String password) throws IOException {
    return post(
            "/api/v1/auth/login",
            "{\"account\":\"" + account + "\",\"password\":\"" + password + "\"}")
        .expect(200)
        .text("accessToken");
  }

  Answer get(String path, String... headers) throws IOException {
    return send("GET", path, null, headers);
  }

  Answer put(String path, String json, String... headers) throws IOException {
    return send("PUT", path, json, headers);
  }

  Answer post(String path, String json, String... headers) throws IOException {
    return send("POST", path, json, headers);
  }

  private Answer send(String method, String path, String json, String... headers)
      throws IOException {
    byte[] body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(256);
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ").append(host);
    for (String header : headers) {
      head.append("\r\n").append(header);
    }
    if (json != null) {
      head.append("\r\nContent-Type: application/json\r\nContent-Length: ").append(body.length);
    }
    ByteArrayOutputStream message = new ByteArrayOutputStream(head.length() + body.length + 4);
    message.writeBytes(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    message.writeBytes(body);
    socket.getOutputStream().write(message.toByteArray());
    return answer();
  }

  private Answer answer() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    boolean chunked = false;
    String entityTag = null;
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      String value = header.substring(colon + 1).strip();
      switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "content-length" -> length = Integer.parseInt(value);
        case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
        case "etag" -> entityTag = value;
        default -> {}
      }
    }
    byte[] body = chunked ? chunks() : exactly(length);
    return new Answer(status, entityTag, new String(body, StandardCharsets.UTF_8));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.writeBytes(exactly(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The connection ended in an answer");
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder text = new StringBuilder(80);
    for (int character = in.read(); character != '\n'; character = in.read()) {
      if (character < 0) {
        throw new EOFException("The connection ended");
      }
      if (character != '\r') {
        text.append((char) character);
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
