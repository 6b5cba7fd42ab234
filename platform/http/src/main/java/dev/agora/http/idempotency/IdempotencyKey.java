package dev.agora.http.idempotency;

/**
 * What makes two requests the same: a controller method that moves money takes it as a parameter,
 * and a request without the header is answered 400 before the method runs.
 *
 * @param callerId who sent it
 * @param path the request's path, without query
 * @param key the {@code Idempotency-Key} header, 1 to 255 visible characters
 * @param bodyHash SHA-256 of the body's canonical JSON (RFC 8785), hex
 */
public record IdempotencyKey(String callerId, String path, String key, String bodyHash) {}
