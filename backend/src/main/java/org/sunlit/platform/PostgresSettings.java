package org.sunlit.platform;

import java.lang.management.ManagementFactory;

/**
 * The embedded PostgreSQL's settings: durable, reachable from this machine only, and modest, as it
 * shares the machine with Sunlit.
 */
final class PostgresSettings {
  private static final long MEGABYTE = 1024L * 1024;

  private PostgresSettings() {}

  /** The content of {@code sunlit.conf}, which {@code postgresql.conf} includes last. */
  static String text() {
    long memory = memoryInMegabytes();
    return """
        # Written by Sunlit at every start. Settings of your own belong below the include line
        # in postgresql.conf.
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        password_encryption = 'scram-sha-256'
        max_connections = 100
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        shared_buffers = %dMB
        effective_cache_size = %dMB
        work_mem = 8MB
        maintenance_work_mem = 64MB
        max_wal_size = 1GB
        random_page_cost = 1.1
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        logging_collector = on
        log_directory = 'log'
        log_filename = 'postgresql-%%a.log'
        log_truncate_on_rotation = on
        log_rotation_age = 1d
        log_rotation_size = 0
        """
        .formatted(sharedBuffers(memory), Math.max(128, memory / 2));
  }

  /** An eighth of the memory, between 32 MB and 512 MB. */
  static long sharedBuffers(long memoryInMegabytes) {
    return Math.max(32, Math.min(512, memoryInMegabytes / 8));
  }

  private static long memoryInMegabytes() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize() / MEGABYTE
        : 1024;
  }
}
