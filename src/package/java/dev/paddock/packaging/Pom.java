package dev.paddock.packaging;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;

/** The metadata of a library in the local Maven repository; what it lacks, its parent says. */
final class Pom {
    private final Path file;
    private final Element root;

    private Pom(Path file, Element root) {
        this.file = file;
        this.root = root;
    }

    /**
     * A licence as its library names it.
     *
     * @param url empty where none is given
     */
    record Licence(String name, String url) {}

    static Pom ofJar(Path jar) throws IOException {
        Path version = jar.toAbsolutePath().getParent();
        String name = version.getParent().getFileName() + "-" + version.getFileName() + ".pom";
        return read(version.resolve(name));
    }

    private static Pom read(Path file) throws IOException {
        try {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            return new Pom(file, document.getDocumentElement());
        } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException broken) {
            throw new IOException("cannot read " + file, broken);
        }
    }

    String artifact() {
        return text(root, "artifactId").orElseThrow();
    }

    String version() {
        return file.getParent().getFileName().toString();
    }

    List<Licence> licences() throws IOException {
        var found = new ArrayList<Licence>();
        for (Element licences : children(root, "licenses")) {
            for (Element licence : children(licences, "license")) {
                String url = text(licence, "url").orElse("");
                found.add(new Licence(text(licence, "name").orElse(url), url));
            }
        }
        var parent = parent();
        return found.isEmpty() && parent.isPresent() ? parent.get().licences() : found;
    }

    /** Who wrote it: its developers, or else its organisation. */
    List<String> authors() throws IOException {
        var found = new ArrayList<String>();
        for (Element developers : children(root, "developers")) {
            for (Element developer : children(developers, "developer")) {
                text(developer, "name").or(() -> text(developer, "id")).ifPresent(found::add);
            }
        }
        for (Element organisation : children(root, "organization")) {
            text(organisation, "name").filter(_ -> found.isEmpty()).ifPresent(found::add);
        }
        var parent = parent();
        return found.isEmpty() && parent.isPresent() ? parent.get().authors() : found;
    }

    private Optional<Pom> parent() throws IOException {
        for (Element parent : children(root, "parent")) {
            String group = text(parent, "groupId").orElseThrow();
            String artifact = text(parent, "artifactId").orElseThrow();
            String version = text(parent, "version").orElseThrow();
            Path folder = repository().resolve(group.replace('.', '/')).resolve(artifact);
            Path pom = folder.resolve(version).resolve(artifact + "-" + version + ".pom");
            return Optional.of(read(pom));
        }
        return Optional.empty();
    }

    /** Above {@code group/artifact/version/file}. */
    private Path repository() {
        String group =
                text(root, "groupId")
                        .or(
                                () ->
                                        children(root, "parent").stream()
                                                .findFirst()
                                                .flatMap(parent -> text(parent, "groupId")))
                        .orElseThrow();
        Path folder = file.getParent().getParent().getParent();
        for (int part = 0; part < group.split("\\.").length; part++) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static Optional<String> text(Element parent, String name) {
        return children(parent, name).stream()
                .findFirst()
                .map(child -> child.getTextContent().strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty());
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        NodeList nodes = parent.getChildNodes();
        for (int index = 0; index < nodes.getLength(); index++) {
            Node node = nodes.item(index);
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
