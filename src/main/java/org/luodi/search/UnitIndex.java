package org.luodi.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.MMapDirectory;
import org.luodi.platform.ledger.Place;

/** The index on disk: derived from the tree, and made anew whenever it cannot be trusted. */
final class UnitIndex implements AutoCloseable {

    private static final double BUFFER_MEGABYTES = 48;
    private static final String TX = "tx";
    private static final String ENTRY = "entry";

    /** Higher levels first; documents lie in this order, so a search may stop as soon as it has enough. */
    private static final Sort ORDER = new Sort(new SortField(UnitDocuments.RANK, SortField.Type.INT));

    private final MMapDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    UnitIndex(Path folder) {
        try {
            Files.createDirectories(folder);
            directory = new MMapDirectory(folder);
            IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer());
            config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
            config.setIndexSort(ORDER);
            config.setCommitOnClose(false);
            writer = new IndexWriter(directory, config);
            if (!DirectoryReader.indexExists(directory)) {
                writer.commit();
            }
            searchers = new SearcherManager(directory, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How far in the ledger the index has read; empty where it has never been made. */
    Optional<Place> place() {
        var data = writer.getLiveCommitData();
        if (data == null) {
            return Optional.empty();
        }
        long tx = 0;
        long entry = 0;
        for (Map.Entry<String, String> one : data) {
            tx = one.getKey().equals(TX) ? Long.parseLong(one.getValue()) : tx;
            entry = one.getKey().equals(ENTRY) ? Long.parseLong(one.getValue()) : entry;
        }
        return tx == 0 ? Optional.empty() : Optional.of(new Place(tx, entry));
    }

    /** Forgets every unit; readers see nothing of it until {@link #commit}. */
    void clear() throws IOException {
        writer.deleteAll();
    }

    void add(Document document) throws IOException {
        writer.addDocument(document);
    }

    void replace(int unit, Document document) throws IOException {
        writer.updateDocument(new Term(UnitDocuments.ID, Integer.toString(unit)), document);
    }

    /** Makes what was written last, and seen by searches. */
    void commit(Place place) throws IOException {
        writer.setLiveCommitData(Map.of(TX, Long.toString(place.tx()), ENTRY, Long.toString(place.id()))
                .entrySet());
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    /** What was not committed is forgotten. */
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
    }

    /** Numbers of the units that match, the first query's before the second's, each in the order of levels. */
    List<Integer> find(List<Query> queries, int limit) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            Set<Integer> found = new LinkedHashSet<>();
            for (Query query : queries) {
                if (found.size() < limit) {
                    found.addAll(first(searcher, query, limit));
                }
            }
            return found.stream().limit(limit).toList();
        } finally {
            searchers.release(searcher);
        }
    }

    private static List<Integer> first(IndexSearcher searcher, Query query, int limit) throws IOException {
        ScoreDoc[] docs = searcher.search(query, new TopFieldCollectorManager(ORDER, limit, null, limit)).scoreDocs;
        List<Integer> ids = new ArrayList<>(docs.length);
        for (ScoreDoc doc : docs) {
            var numbers = MultiDocValues.getNumericValues(searcher.getIndexReader(), UnitDocuments.ID);
            numbers.advanceExact(doc.doc);
            ids.add((int) numbers.longValue());
        }
        return ids;
    }
}
