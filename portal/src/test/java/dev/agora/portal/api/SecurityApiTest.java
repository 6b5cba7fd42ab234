package dev.agora.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SecurityApiTest {

  private final JsonMapper json = new ApiConfiguration().apiJson();

  @Test
  void whatIsNotShownIsLeftOutBecauseANullWouldBeTakenForAPasskey() {
    assertThat(json.writeValueAsString(new SecurityApi.Again(null, "a password", null)))
        .isEqualTo("{\"password\":\"a password\"}");
    assertThat(json.writeValueAsString(new SecurityApi.Second(null, "challenge", "code")))
        .isEqualTo("{\"challenge\":\"challenge\",\"recoveryCode\":\"code\"}");
  }
}
