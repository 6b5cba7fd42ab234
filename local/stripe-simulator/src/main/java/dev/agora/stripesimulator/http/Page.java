package dev.agora.stripesimulator.http;

import com.google.gson.JsonObject;

/** A hosted page and its form, alone in the world while it answers. */
public interface Page {
  /** The page of the last part of the path. */
  PageAnswer show(String id);

  /** What the form with these fields leads to. */
  PageAnswer submit(String id, JsonObject fields);
}
