package org.sunlit.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * HTTP by hand over a socket, for what no client would send: here bodies in chunks of any number.
 */
public final class RawHttp implements AutoCloseable {
  private static final int PATIENCE_MILLISECONDS = 20_000;

  private final Socket socket;
  private final OutputStream out;

  public RawHttp(int port) throws IOException {
    socket = new Socket("localhost", port);
    socket.setSoTimeout(PATIENCE_MILLISECONDS);
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
  }

  /** The head of a POST with a body in chunks; more header lines may follow the content type. */
  public void postChunked(String path, String... headers) throws IOException {
    StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    head.append("Transfer-Encoding: chunked\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The head of any request, its address sent as it is written here. */
  public void ask(String method, String path, String... headers) throws IOException {
    StringBuilder head =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    send(head.append("\r\n").toString());
  }

  /** Bytes of the body. */
  public void send(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A chunk of the body; an empty one ends it. */
  public void chunk(byte[] content) throws IOException {
    write((Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    write(content);
    write("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** Status line, headers and as much of the body as its length says. */
  public String answer() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder answer = new StringBuilder();
    int length = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      answer.append(line).append('\n');
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    int bytes = 0;
    while (bytes < length) {
      int character = in.read();
      if (character < 0) {
        break;
      }
      answer.append((char) character);
      bytes += String.valueOf((char) character).getBytes(StandardCharsets.UTF_8).length;
    }
    return answer.toString();
  }

  /** Whether the server has ended the connection, after whatever was left to read. */
  public boolean ended() throws IOException {
    return socket.getInputStream().read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
