package dev.agora.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the API says one is. */
public record Me(String id, List<String> roles, @Nullable Human human) {}
