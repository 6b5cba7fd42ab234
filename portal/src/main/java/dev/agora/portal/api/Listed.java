package dev.agora.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextCursor of the page after it; null on the last one
 */
public record Listed<T>(List<T> items, @Nullable String nextCursor) {}
