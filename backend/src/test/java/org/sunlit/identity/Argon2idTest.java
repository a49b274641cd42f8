package org.sunlit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idTest {
  /** One of OWASP's equal settings: 7 MiB, five passes, one lane. */
  private static final String COST = "$argon2id$v=19$m=7168,t=5,p=1$";

  /** What was written of "pässword" when passwords were hashed with 19 MiB and two passes. */
  private static final String EARLIER =
      "$argon2id$v=19$m=19456,t=2,p=1$S2RO9/dRU62pxliqyuN7xw$v48f7O9FQjVn6F1P4q1bQhKj0EwNPq71G1sECO9r28o";

  /** What the reference's {@code argon2 somesalt -id -t 2 -k 65536 -p 1} says of "password". */
  private static final String REFERENCE =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  @ParameterizedTest
  @ValueSource(strings = {"correct horse battery staple", "晴川市的早晨有一点雾气", "😀😁😂 été", " "})
  void bothReadWhatTheOtherWrites(String password) {
    String written = Argon2id.hash(password);
    String byJava = Argon2id.hashInJava(password);
    assertTrue(written.startsWith(COST), written);
    assertTrue(byJava.startsWith(COST), byJava);
    assertTrue(Argon2id.matchesInJava(password, written));
    assertTrue(Argon2id.matches(password, byJava));
    assertFalse(Argon2id.matches(password + "x", byJava));
    assertFalse(Argon2id.matchesInJava(password + "x", written));
  }

  @Test
  void isArgon2id() {
    assertTrue(Argon2id.matches("password", REFERENCE));
    assertTrue(Argon2id.matchesInJava("password", REFERENCE));
    assertFalse(Argon2id.matches("Password", REFERENCE));
  }

  @Test
  void readsWhatWasWrittenAtAnotherCost() {
    assertTrue(Argon2id.matches("pässword", EARLIER));
    assertFalse(Argon2id.matches("password", EARLIER));
    assertTrue(Argon2id.isOfAnotherCost(EARLIER));
    assertFalse(Argon2id.isOfAnotherCost(Argon2id.hash("pässword")));
  }

  @Test
  void saltsEachAnew() {
    assertNotEquals(Argon2id.hash("the same"), Argon2id.hash("the same"));
  }

  @Test
  void isDoneByLibsodiumOnOrdinaryLinux() {
    assumeTrue(Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2")));
    assertTrue(Argon2id.isNative());
  }

  @Test
  void aThreadCanGiveWay() throws InterruptedException {
    assumeTrue(com.sun.jna.Platform.isLinux());
    String[] nice = new String[1];
    Thread thread =
        new Thread(
            () -> {
              Niceness.giveWay();
              nice[0] = nice();
            });
    thread.start();
    thread.join();
    assertEquals("10", nice[0]);
    assertEquals("0", nice(), "the others stay as they were");
  }

  /** The nineteenth field of the thread's line ({@code man 5 proc}); its name may hold blanks. */
  private static String nice() {
    try {
      String line = Files.readString(Path.of("/proc/thread-self/stat"));
      return line.substring(line.lastIndexOf(')') + 2).split(" ")[16];
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
