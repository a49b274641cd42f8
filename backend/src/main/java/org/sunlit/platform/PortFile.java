package org.sunlit.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The port, kept so that tools which were pointed at it find it again. */
final class PortFile {
  private PortFile() {}

  static int preferred(Path folder) throws IOException {
    Path file = folder.resolve("port");
    if (Files.exists(file)) {
      try {
        int remembered = Integer.parseInt(Files.readString(file).strip());
        if (isFree(remembered)) {
          return remembered;
        }
      } catch (NumberFormatException unreadable) {
        return anyFree();
      }
    }
    return anyFree();
  }

  static void remember(Path folder, int port) throws IOException {
    PrivateFiles.write(folder.resolve("port"), Integer.toString(port));
  }

  static int anyFree() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
