package dev.agora.accounts.passkey;

import dev.agora.accounts.credential.OneTimeCodes;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.HumanMails;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Codes for the day on which all devices are lost: 80 random bits each, to be kept on paper. */
@Service
class RecoveryCodes {

  private static final int CODES = 10;
  private static final int GROUPS = 4;
  private static final int GROUP_LENGTH = 4;

  /** Without I, L, O and U, which people confuse with others or read words into. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final SecureRandom random;
  private final OneTimeCodes codes;
  private final JdbcHumans humans;
  private final JdbcSecondFactors secondFactors;
  private final HumanMails mails;
  private final AuditLog audit;

  RecoveryCodes(
      SecureRandom random,
      OneTimeCodes codes,
      JdbcHumans humans,
      JdbcSecondFactors secondFactors,
      HumanMails mails,
      AuditLog audit) {
    this.random = random;
    this.codes = codes;
    this.humans = humans;
    this.secondFactors = secondFactors;
    this.mails = mails;
    this.audit = audit;
  }

  /** Ten new ones, shown once; all others are worth nothing from now on. */
  @Transactional
  public List<String> make(Human human) {
    humans.lock(human.id());
    List<String> fresh = Stream.generate(this::next).limit(CODES).toList();
    secondFactors.replaceCodes(human.id(), fresh.stream().map(this::hash).toList());
    audit.record(Deed.of(Act.RECOVERY_CODES_MADE, human.id().value(), human.id().value()));
    mails.recoveryCodesMade(JdbcHumans.key(human.email()));
    return fresh;
  }

  /** False if the human has no such code, or has used it. */
  @Transactional
  public boolean use(Human human, String code) {
    String id = human.id().value();
    if (!secondFactors.useCode(human.id(), hash(code))) {
      audit.record(Deed.of(Act.RECOVERY_CODE_REFUSED, id, id));
      return false;
    }
    audit.record(Deed.of(Act.RECOVERY_CODE_USED, id, id).by(id));
    mails.recoveryCodeUsed(JdbcHumans.key(human.email()));
    return true;
  }

  private String next() {
    return Stream.generate(this::group).limit(GROUPS).collect(Collectors.joining("-"));
  }

  private String group() {
    return random
        .ints(GROUP_LENGTH, 0, ALPHABET.length())
        .mapToObj(index -> ALPHABET.substring(index, index + 1))
        .collect(Collectors.joining());
  }

  /** Whatever case, dashes and spaces somebody types. */
  private String hash(String code) {
    return codes.hashOf(code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""));
  }
}
