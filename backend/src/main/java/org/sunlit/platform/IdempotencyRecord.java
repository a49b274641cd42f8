package org.sunlit.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One command that was done under an Idempotency-Key. Neither the key nor the answer is legible.
 */
@Entity
@Table(name = "idempotency_record")
class IdempotencyRecord {
  /** SHA-256 of operation, actor and key. */
  @Id
  @Column(name = "key_hash", nullable = false, updatable = false)
  String keyHash;

  /** SHA-256 of the request. */
  @Column(name = "request_hash", nullable = false, updatable = false)
  String requestHash;

  /** The first answer under a key derived from the Idempotency-Key; null only inside the writer. */
  @Column(name = "sealed_reply")
  byte[] sealedReply;

  @Column(name = "created_at", nullable = false, updatable = false)
  Instant createdAt;
}
