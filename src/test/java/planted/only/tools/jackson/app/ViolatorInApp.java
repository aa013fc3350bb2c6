package planted.only.tools.jackson.app;

import tools.jackson.databind.JsonNode;

/** Reads JSON in the composition root. */
public record ViolatorInApp(JsonNode it) {}
