package dev.agora.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Makes keys and publishes what became of them, as accounts-service does. */
final class CredentialTopic implements AutoCloseable {

  static final String PEPPER = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private static final String PREFIX = "agora_live_";
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final Producer<String, byte[]> producer;

  CredentialTopic(String bootstrapServers) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** The text of a key with that id and a secret of one repeated character. */
  static String key(String id, char secret) {
    String signed = PREFIX + id + "_" + String.valueOf(secret).repeat(43);
    return signed + checksum(signed);
  }

  /** The public part of a key. */
  static String idOf(String key) {
    return key.substring(PREFIX.length(), key.indexOf('_', PREFIX.length()));
  }

  /** What accounts-service says of a key, whether by message or by answer. */
  static String state(
      String key, String agent, @Nullable String expiresAt, boolean revoked, int version) {
    String id = idOf(key);
    String expiry = expiresAt == null ? "null" : '"' + expiresAt + '"';
    return """
        {"credentialId":"%s","kind":"KEY","hash":"%s","subject":"%s","roles":["AGENT"],
         "scopes":["credits:read"],"expiresAt":%s,"revoked":%s,"version":%d,"newField":1}
        """
        .formatted(id, hash(key.substring(0, key.length() - 6)), agent, expiry, revoked, version);
  }

  void publish(String key, String state) throws ExecutionException, InterruptedException {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(
            "accounts.credentials.v1", idOf(key), state.getBytes(StandardCharsets.UTF_8));
    message
        .headers()
        .add("message-type", "accounts.credential-changed".getBytes(StandardCharsets.UTF_8));
    producer.send(message).get();
  }

  private static String hash(String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(PEPPER), "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String checksum(String signed) {
    CRC32 crc = new CRC32();
    crc.update(signed.getBytes(StandardCharsets.US_ASCII));
    StringBuilder digits = new StringBuilder();
    long rest = crc.getValue();
    for (int i = 0; i < 6; i++) {
      digits.insert(0, ALPHABET.charAt((int) (rest % 62)));
      rest /= 62;
    }
    return digits.toString();
  }

  @Override
  public void close() {
    producer.close();
  }
}
