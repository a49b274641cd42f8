package org.sunlit.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

@QuarkusTest
class TransactorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SENDERS = 8;

  @Inject Transactor transactor;
  @Inject Idempotency idempotency;

  @Test
  void storesAllOrNothing() {
    String kept = UUID.randomUUID().toString();
    String lost = UUID.randomUUID().toString();
    transactor.write(session -> store(session, kept)).await().atMost(PATIENCE);
    assertThrows(
        IllegalStateException.class,
        () ->
            transactor
                .write(
                    session ->
                        store(session, lost)
                            .chain(() -> Uni.createFrom().failure(new IllegalStateException())))
                .await()
                .atMost(PATIENCE));
    assertEquals(1, count(kept));
    assertEquals(0, count(lost));
  }

  @Test
  void rollsBackWhenTheWorkThrows() {
    String lost = UUID.randomUUID().toString();
    assertThrows(
        IllegalStateException.class,
        () ->
            transactor
                .write(
                    session ->
                        store(session, lost)
                            .invoke(
                                () -> {
                                  throw new IllegalStateException();
                                }))
                .await()
                .atMost(PATIENCE));
    assertEquals(0, count(lost));
  }

  @Test
  void tellsListenersAfterTheCommitOnly() {
    AtomicInteger told = new AtomicInteger();
    transactor.onCommit(told::incrementAndGet);
    String id = UUID.randomUUID().toString();
    int before = told.get();
    transactor
        .write(session -> store(session, id).invoke(() -> assertEquals(before, told.get())))
        .await()
        .atMost(PATIENCE);
    assertTrue(told.get() > before);
  }

  @Test
  void letsManyWriteAtOnce() {
    String id = UUID.randomUUID().toString();
    List<CompletableFuture<Integer>> writes =
        IntStream.range(0, SENDERS * 5)
            .mapToObj(
                i ->
                    transactor
                        .write(session -> store(session, id + i))
                        .subscribeAsCompletionStage()
                        .toCompletableFuture())
            .toList();
    writes.forEach(CompletableFuture::join);
    assertEquals(1, count(id + 0));
    assertEquals(1, count(id + (SENDERS * 5 - 1)));
  }

  @Test
  void doesACommandOnceHoweverOftenItIsSent() {
    AtomicInteger done = new AtomicInteger();
    String key = UUID.randomUUID().toString();
    List<CompletableFuture<Reply>> senders =
        IntStream.range(0, SENDERS)
            .mapToObj(i -> send(key, "a", done).subscribeAsCompletionStage().toCompletableFuture())
            .toList();
    Reply first = senders.get(0).join();
    senders.forEach(sender -> assertEquals(first, sender.join()));
    assertEquals(first, send(key, "a", done).await().atMost(PATIENCE));
    assertEquals(1, done.get());
    assertEquals(201, first.status());
    assertEquals(Map.of("ETag", "\"1\""), first.headers());
  }

  @Test
  void refusesTheKeyWithAnotherRequest() {
    String key = UUID.randomUUID().toString();
    send(key, "a", new AtomicInteger()).await().atMost(PATIENCE);
    Problem problem =
        assertThrows(
            Problem.class, () -> send(key, "b", new AtomicInteger()).await().atMost(PATIENCE));
    assertEquals(ProblemType.IDEMPOTENCY_KEY_REUSED, problem.type());
  }

  @Test
  void keepsActorsKeysApart() {
    String key = UUID.randomUUID().toString();
    AtomicInteger done = new AtomicInteger();
    send(key, "a", done).await().atMost(PATIENCE);
    idempotency
        .once("test", "somebody else", key, bytes("b"), session -> answer(done))
        .await()
        .atMost(PATIENCE);
    assertEquals(2, done.get());
  }

  @Test
  void judgesAFailedCommandAnew() {
    String key = UUID.randomUUID().toString();
    assertThrows(
        Problem.class,
        () ->
            idempotency
                .once(
                    "test",
                    "somebody",
                    key,
                    bytes("a"),
                    session -> Uni.createFrom().failure(Problem.of(ProblemType.CONFLICT)))
                .await()
                .atMost(PATIENCE));
    AtomicInteger done = new AtomicInteger();
    send(key, "a", done).await().atMost(PATIENCE);
    assertEquals(1, done.get());
  }

  private Uni<Reply> send(String key, String request, AtomicInteger done) {
    return idempotency.once("test", "somebody", key, bytes(request), session -> answer(done));
  }

  private static Uni<Reply> answer(AtomicInteger done) {
    return Uni.createFrom()
        .item(
            () ->
                new Reply(
                    201, Map.of("ETag", "\"1\""), "{\"times\":" + done.incrementAndGet() + "}"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Uni<Integer> store(Mutiny.Session session, String id) {
    return session
        .createNativeQuery(
            "insert into idempotency_record (key_hash, request_hash, created_at)"
                + " values (:id, '', now())")
        .setParameter("id", id)
        .executeUpdate();
  }

  private long count(String id) {
    return transactor
        .read(
            session ->
                session
                    .createNativeQuery(
                        "select count(*) from idempotency_record where key_hash = :id", Long.class)
                    .setParameter("id", id)
                    .getSingleResult())
        .await()
        .atMost(PATIENCE);
  }
}
