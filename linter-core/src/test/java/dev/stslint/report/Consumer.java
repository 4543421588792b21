package dev.stslint.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import se.bjurr.violations.lib.ViolationsLogger;
import se.bjurr.violations.lib.model.Violation;
import se.bjurr.violations.lib.parsers.ViolationsParser;

/** Reads reports as build servers do. */
final class Consumer {

    private Consumer() {}

    /** What a reader of a format, which is not ours, finds in a report, as {@code rule path:line message}. */
    static List<String> violations(ViolationsParser parser, String report) throws Exception {
        ViolationsLogger silent = new ViolationsLogger() {
            @Override
            public void log(Level level, String message) {}

            @Override
            public void log(Level level, String message, Throwable failure) {
                throw new IllegalStateException(message, failure);
            }
        };
        List<String> found = new ArrayList<>();
        for (Violation violation : parser.parseReportOutput(report, silent)) {
            found.add(violation.getSeverity() + " " + violation.getRule() + " " + violation.getFile() + ":"
                    + violation.getStartLine());
        }
        return found;
    }

    /** A well-formed document; anything else is an exception. */
    static Document xml(String text) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException fault) throws SAXParseException {
                throw fault;
            }
        });
        return builder.parse(new InputSource(new StringReader(text)));
    }

    static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>(nodes.getLength());
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
