package dev.agora.local.infrastructure;

import java.time.Duration;

/**
 * One topic as contracts/topics.json declares it.
 *
 * @param partitions as in production; a local broker takes fewer
 * @param retention how long records stay; ignored where only the newest of a key stays
 * @param compacted whether only the newest record of each key stays
 */
public record Topic(String name, int partitions, Duration retention, boolean compacted) {}
