/** How buckets are reached: AWS, or a server that speaks its protocol. */
package atelier.processors.s3;
