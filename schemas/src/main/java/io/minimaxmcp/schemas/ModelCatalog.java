package io.minimaxmcp.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The model matrix: which models there are, what each can do, how much it takes and what it costs. */
public final class ModelCatalog {
    private static final String FILE = "catalog/models.json";

    private final ObjectNode document;
    private final CatalogDocument facts;
    private final Map<String, Model> byId = new LinkedHashMap<>();

    private ModelCatalog(ObjectNode document) {
        this.document = document;
        this.facts = bound(document);
        facts.models().forEach(model -> byId.put(model.id(), model));
    }

    /** Reads {@code schemas/catalog/models.json}. */
    public static ModelCatalog load() {
        return new ModelCatalog(new Documents().read(FILE));
    }

    /**
     * This catalogue with a user's file laid over it: members are added or replaced, models are matched by id, and only
     * what the file names changes. Lists inside a model are replaced as a whole.
     *
     * @throws CatalogException when the outcome breaks the catalogue's schema or a default names no offered model
     */
    public ModelCatalog overlay(ObjectNode userFile) {
        ObjectNode merged = Overlay.laidOver(document, userFile);
        List<String> broken = CatalogRules.broken(merged);
        if (!broken.isEmpty()) {
            throw new CatalogException(broken);
        }
        return new ModelCatalog(merged);
    }

    public List<Model> models() {
        return List.copyOf(byId.values());
    }

    /** The models of a capability that our tools take, the recommended ones first. */
    public List<Model> offered(String capability) {
        return byId.values().stream()
                .filter(model -> model.offered() && model.capability().equals(capability))
                .toList();
    }

    public Optional<Model> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The offered model whose id somebody most likely meant. */
    public Optional<Model> nearest(String id, String capability) {
        List<String> ids = offered(capability).stream().map(Model::id).toList();
        return Nearest.to(id, ids).flatMap(this::find);
    }

    /** The model to use when the caller names none. */
    public Optional<Model> defaultModel(String capability, String mode) {
        return Optional.ofNullable(defaults(capability).get(mode)).flatMap(this::find);
    }

    /** Default model ids by mode; the capability's ordinary mode comes first. */
    public Map<String, String> defaults(String capability) {
        return facts.defaults().getOrDefault(capability, Map.of());
    }

    /** The date of the facts, as {@code 2026-11-22}. */
    public String asOf() {
        return facts.asOf();
    }

    /** The default rate of each lane by its name ({@code IMAGE VIDEO SPEECH MUSIC VOICE QUERY FILES}). */
    public Map<String, LaneRate> lanes() {
        return facts.lanes();
    }

    /** The default rate of a lane; the schema makes sure that every lane has one. */
    public LaneRate lane(String name) {
        return Objects.requireNonNull(facts.lanes().get(name), () -> "no such lane: " + name);
    }

    /** A fee by its name: {@code voice_clone}, {@code voice_design}, {@code voice_design_preview}. */
    public Optional<Fee> fee(String name) {
        return Optional.ofNullable(facts.fees().get(name));
    }

    public String defaultVoice() {
        return facts.defaultVoice();
    }

    /** Voices that a user's file puts before all others. */
    public List<String> favouriteVoices() {
        return facts.favouriteVoices();
    }

    public VoiceSample voiceSample() {
        return facts.voiceSample();
    }

    public Words words() {
        return facts.words();
    }

    /** Base addresses by region: {@code global}, {@code mainland}, and older ones. */
    public Map<String, String> hosts() {
        return facts.hosts();
    }

    /** Domains that results may lead on to beside the host that MiniMax names for them; their subdomains are meant as well. */
    public List<String> downloadHosts() {
        return facts.downloadHosts();
    }

    private static CatalogDocument bound(ObjectNode document) {
        try {
            return Json.MAPPER.treeToValue(document, CatalogDocument.class);
        } catch (JsonProcessingException unreadable) {
            throw new CatalogException(List.of(unreadable.getOriginalMessage()));
        }
    }
}
