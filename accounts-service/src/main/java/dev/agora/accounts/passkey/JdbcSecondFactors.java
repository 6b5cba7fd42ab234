package dev.agora.accounts.passkey;

import dev.agora.accounts.human.HumanId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose password is not enough, and the recovery codes that do instead of a passkey. */
@Repository
public class JdbcSecondFactors {

  private final JdbcClient jdbc;

  JdbcSecondFactors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether a password alone does not sign the human in. */
  public boolean isRequired(HumanId human) {
    return jdbc.sql("SELECT second_factor FROM human WHERE id = :human")
        .param("human", human.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** False if it was so already. */
  boolean require(HumanId human, boolean required) {
    return jdbc.sql(
                """
                UPDATE human SET second_factor = :required
                WHERE id = :human AND second_factor <> :required
                """)
            .param("required", required)
            .param("human", human.value())
            .update()
        == 1;
  }

  int codesLeft(HumanId human) {
    return jdbc.sql("SELECT count(*) FROM recovery_code WHERE human_id = :human")
        .param("human", human.value())
        .query(Integer.class)
        .single();
  }

  /** Stores new codes in the place of all others. */
  void replaceCodes(HumanId human, List<String> hashes) {
    jdbc.sql("DELETE FROM recovery_code WHERE human_id = :human")
        .param("human", human.value())
        .update();
    jdbc.sql("INSERT INTO recovery_code (human_id, hash) SELECT :human, unnest(:hashes)")
        .param("human", human.value())
        .param("hashes", hashes.toArray(String[]::new))
        .update();
  }

  /** False if the human has no such code, or has used it. */
  boolean useCode(HumanId human, String hash) {
    return jdbc.sql("DELETE FROM recovery_code WHERE human_id = :human AND hash = :hash")
            .param("human", human.value())
            .param("hash", hash)
            .update()
        == 1;
  }
}
