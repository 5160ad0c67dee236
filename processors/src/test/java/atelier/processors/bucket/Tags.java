package atelier.processors.bucket;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/** Tags of objects, which the S3 server for tests does not have; all else is the server's. */
final class Tags {
    private final Map<String, List<Tag>> tags = new ConcurrentHashMap<>();

    /** The tags of an object, as {@code key=value}. */
    List<String> of(String key) {
        return tags.getOrDefault(key, List.of()).stream()
                .map(tag -> tag.key() + "=" + tag.value())
                .toList();
    }

    void put(String key, String name, String value) {
        tags.put(key, List.of(Tag.builder().key(name).value(value).build()));
    }

    /** A client of a server that has tags. */
    S3Client beside(S3Client client) {
        return (S3Client) Proxy.newProxyInstance(
                S3Client.class.getClassLoader(), new Class<?>[] {S3Client.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof GetObjectTaggingRequest asked) {
                        return GetObjectTaggingResponse.builder()
                                .tagSet(tags.getOrDefault(asked.key(), List.of()))
                                .build();
                    }
                    if (arguments != null && arguments[0] instanceof PutObjectTaggingRequest put) {
                        tags.put(put.key(), put.tagging().tagSet());
                        return PutObjectTaggingResponse.builder().build();
                    }
                    if (method.isDefault() && method.getName().endsWith("ObjectTagging")) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    try {
                        return method.invoke(client, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
