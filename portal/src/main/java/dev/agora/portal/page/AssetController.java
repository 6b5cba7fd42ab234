package dev.agora.portal.page;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Serves what pages link to. */
@Controller
class AssetController {

  private static final CacheControl FOR_GOOD =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final Assets assets;

  AssetController(Assets assets) {
    this.assets = assets;
  }

  @GetMapping("/portal/assets/{name}")
  @ResponseBody
  ResponseEntity<String> asset(@PathVariable String name) {
    return assets
        .find(name)
        .map(
            asset ->
                ResponseEntity.ok()
                    .cacheControl(FOR_GOOD)
                    .contentType(asset.type())
                    .body(asset.text()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
