package planted.only.tools.jackson.hardware;

import tools.jackson.databind.JsonNode;

/** Reads JSON where no JSON belongs. */
public record Violator(JsonNode it) {}
