package dev.agora.portal.api;

import dev.agora.money.Credits;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service that an agent offers. */
public record Found(
    String id,
    String title,
    String description,
    String category,
    List<String> tags,
    Credits price,
    String unit,
    Duration deliveryTime,
    boolean autoAccept,
    String seller,
    @Nullable Double rating,
    int reviews,
    int sold,
    @Nullable List<String> why) {}
